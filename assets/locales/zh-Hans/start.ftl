# The start screen, the templates and the samples.

start-tagline = 边绘制服务蓝图，边看瓶颈与产能
start-recent = 最近的文件
start-no-recent = 保存过的文件会显示在这里
start-missing = 文件已不存在
start-first = 初次使用？
start-see-example = 查看示例
start-templates = 从模板开始
start-samples = 从示例学习

# Samples.

sample-driver-licence-office = 汽车驾照发放（美国原题）
sample-driver-licence-office-about = 六个柜台，一个瓶颈，一个可供对比的改进方案
sample-licence-office-measured = 驾照发放：已测量
sample-licence-office-measured-about = 84 位申请人怎么说：差距、风险、指标，以及从 60 到 120 的计划
sample-airport-arrival = 机场入境
sample-airport-arrival-about = 从登机口到下一航班，顺序固定
sample-physical-examination = 体检
sample-physical-examination-about = 护士与医生：谁该做什么？
sample-mortgage-applications = 抵押贷款申请
sample-mortgage-applications-about = 并行的分支在审批处汇合
sample-hotel-room-service = 酒店客房送餐（美国）
sample-hotel-room-service-about = 厨房与酒吧同时工作，并非人人点饮料
sample-licence-office-day = 驾照办理的一天
sample-licence-office-day-about = 平均到达率掩盖了午间高峰：从开门仿真到最后一位离开
sample-clinic-appointments = 预约门诊
sample-clinic-appointments-about = 两位医生，每十分钟一个预约，也有人中途离开
sample-corner-shoeshine = 街角擦鞋（美国原题）
sample-corner-shoeshine-about = 最早的服务蓝图：一个人，四个步骤
sample-planning-class = 规划课堂
sample-planning-class-about = 规划表：桌子和椅子、五家公司选三家、饲料、背包、豌豆、机器，以及诊所的服务组合
sample-empty-sheet = 空白画布
sample-empty-sheet-about = 只有五个区域

# Templates.

template-general-service = 通用服务
template-general-service-about = 接待、了解需求、制定方案、提供服务、反馈改进
template-service-desk = 日常服务台
template-service-desk-about = 从请求到回报，含质量检查与返工
template-front-desk = 接待台服务
template-front-desk-about = 迎接、提供服务、登记、处理投诉
template-business-handling = 业务办理
template-business-handling-about = 按里程碑计划、执行、反馈进度、归档
template-back-office = 后台支持
template-back-office-about = 准备文件、沟通协调、分析数据、改进
template-bank = 银行服务
template-bank-about = 三种渠道，合规与风控并行审核，投诉处理
template-car-workshop = 汽车维修服务
template-car-workshop-about = 同一顾问从接待到交车，举升机与诊断工位
template-complaint-handling = 投诉处理
template-complaint-handling-about = 倾听、登记、致歉、纠正、回告、查明原因
template-customer-journey = 顾客旅程
template-customer-journey-about = 招揽、服务、保持、挽回：一位顾客长期值多少
template-it-service-operation = IT 服务运营
template-it-service-operation-about = 事态、事件、请求、访问与问题同在一张蓝图
templates-filter = 输入文字查找模板
templates-none = 没有匹配的模板
